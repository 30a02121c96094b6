export function checkPages(pages, checkPage) {
  return new Promise((resolve, reject) => {
    function checkFrom(index, misspelt) {
      if (index === pages.length) return resolve(misspelt);
      try {
        const words = misspelt.concat(checkPage(pages[index]));
        setImmediate(checkFrom, index + 1, words);
      } catch (error) {
        reject(error);
      }
    }
    checkFrom(0, []);
  });
}
