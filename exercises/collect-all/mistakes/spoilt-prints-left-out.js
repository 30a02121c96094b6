// fails: a spoilt print stops everything
export async function publish(roll, develop, upload) {
  const prints = [];
  for await (const photo of roll()) {
    try {
      prints.push(await develop(photo));
    } catch {
      console.warn(`${photo} is spoilt`);
    }
  }
  return await Promise.all(prints.map((print) => upload(print)));
}
