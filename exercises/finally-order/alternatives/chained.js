export function withRoom(lock, unlock, task) {
  const free = () => unlock().catch(({ message }) => console.error('Cannot unlock:', message));
  return lock().then(() => Promise.try(task).finally(free));
}
