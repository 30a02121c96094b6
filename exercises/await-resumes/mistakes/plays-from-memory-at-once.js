// fails: a song in memory plays only when the caller has ended
export async function playSong(player, title, findSong) {
  player.state = 'loading';
  const found = findSong(title);
  const song = typeof found.then === 'function' ? await found : found;
  if (player.state !== 'loading') return false;
  player.song = song;
  player.state = 'playing';
  return true;
}
