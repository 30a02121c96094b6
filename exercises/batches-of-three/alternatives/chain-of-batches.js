export function uploadAll(photos, upload) {
  const starts = photos.map((_, index) => index).filter((index) => index % 3 === 0);
  return starts.reduce(
    (before, start) =>
      before.then((addresses) =>
        Promise.all(photos.slice(start, start + 3).map((photo) => upload(photo))).then((more) =>
          addresses.concat(more),
        ),
      ),
    Promise.resolve([]),
  );
}
