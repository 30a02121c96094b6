/** All must fail for this to be a failure: so a failure is a value here, and a file is what ends the waiting. */
export async function downloadFile(
  mirrors: string[],
  download: (mirror: string) => Promise<string>,
): Promise<string> {
  class Found {
    readonly file: string;
    constructor(file: string) {
      this.file = file;
    }
  }
  const failures = mirrors.map((mirror) =>
    download(mirror).then(
      (file) => Promise.reject(new Found(file)),
      (error: Error) => `${mirror}: ${error.message}`,
    ),
  );
  try {
    const lines = await Promise.all(failures);
    throw new Error(['No mirror has answered', ...lines].join('\n'));
  } catch (outcome) {
    if (outcome instanceof Found) return outcome.file;
    throw outcome;
  }
}
