export function downloadFile(mirrors, download) {
  return new Promise((resolve, reject) => {
    const lines = ['No mirror has answered'];
    let down = 0;
    const giveUp = () => reject(new Error(lines.join('\n')));
    if (mirrors.length === 0) giveUp();
    mirrors.forEach(async (mirror, index) => {
      try {
        resolve(await download(mirror));
      } catch (error) {
        lines[index + 1] = `${mirror}: ${error.message}`;
        down += 1;
        if (down === mirrors.length) giveUp();
      }
    });
  });
}
