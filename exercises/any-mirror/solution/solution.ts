export type Download = (mirror: string) => Promise<string>;

/** Downloads the file from whichever mirror answers first; rejects with a report if none does. */
export async function downloadFile(mirrors: string[], download: Download): Promise<string> {
  try {
    return await Promise.any(mirrors.map((mirror) => download(mirror)));
  } catch (error) {
    throw new Error(report(mirrors, error as AggregateError), { cause: error });
  }
}

function report(mirrors: string[], { errors }: AggregateError): string {
  const reasons = mirrors.map((mirror, index) => `${mirror}: ${errors[index].message}`);
  return ['No mirror has answered', ...reasons].join('\n');
}
