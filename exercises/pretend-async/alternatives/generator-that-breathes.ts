async function* checked(pages: string[], checkPage: (page: string) => string[]): AsyncGenerator<string[]> {
  for (const page of pages) {
    yield checkPage(page);
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage('next');
    });
  }
}

export async function checkPages(pages: string[], checkPage: (page: string) => string[]): Promise<string[]> {
  return (await Array.fromAsync(checked(pages, checkPage))).flat();
}
