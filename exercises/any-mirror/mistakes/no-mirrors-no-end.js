// fails: no mirrors, a short report
export function downloadFile(mirrors, download) {
  return new Promise((resolve, reject) => {
    const lines = [];
    let down = 0;
    mirrors.forEach((mirror, index) => {
      download(mirror).then(resolve, (error) => {
        lines[index] = `${mirror}: ${error.message}`;
        down += 1;
        if (down === mirrors.length) reject(new Error(['No mirror has answered', ...lines].join('\n')));
      });
    });
  });
}
