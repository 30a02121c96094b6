// fails: stopped while it loads, a song does not play
export async function playSong(player, title, findSong) {
  player.state = 'loading';
  const song = await findSong(title);
  const isWanted = player.state === 'loading';
  player.state = isWanted ? 'playing' : 'idle';
  if (isWanted) player.song = song;
  return isWanted;
}
