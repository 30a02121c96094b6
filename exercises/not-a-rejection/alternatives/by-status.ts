type Profile = { id: number; name: string };

class HttpError extends Error {
  constructor(what: string, { status, statusText }: Response) {
    super([what, ': ', status, ' ', statusText].join(''));
  }
}

export async function loadProfile(id: number): Promise<Profile | null> {
  const response = await fetch(new URL(String(id), 'https://people.test/profiles/'));
  switch (Math.floor(response.status / 100)) {
    case 2:
      return response.json();
    case 4:
      if (response.status === 404) return null;
  }
  throw new HttpError(`Profile ${id}`, response);
}
