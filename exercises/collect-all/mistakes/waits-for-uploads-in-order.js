// fails: the first upload that fails counts
export async function publish(roll, develop, upload) {
  const prints = await Array.fromAsync(roll(), (photo) => develop(photo));
  return await Array.fromAsync(prints.map((print) => upload(print)));
}
