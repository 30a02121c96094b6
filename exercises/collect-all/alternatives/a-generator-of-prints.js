async function* developed(photos, develop) {
  for await (const photo of photos) yield develop(photo);
}

export const publish = (roll, develop, upload) =>
  Array.fromAsync(developed(roll(), develop)).then((prints) =>
    Promise.all(prints.map((print) => upload(print))),
  );
