// fails: the first upload that fails counts
export async function publish(roll, develop, upload) {
  const prints = await Array.fromAsync(roll(), (photo) => develop(photo));
  const records = await Promise.allSettled(prints.map((print) => upload(print)));
  return records.map(({ status, value, reason }) => {
    if (status === 'rejected') throw reason;
    return value;
  });
}
