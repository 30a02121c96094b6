export function loadSettings(readFile, upgrade) {
  return readFile().then(
    (text) => upgrade(JSON.parse(text)),
    (error) => (error.code === 'ENOENT' ? { theme: 'light', size: 12 } : Promise.reject(error)),
  );
}
