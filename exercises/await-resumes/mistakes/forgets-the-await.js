// fails: the player is loading before playSong returns
export async function playSong(player, title, findSong) {
  player.state = 'loading';
  const song = findSong(title);
  if (player.state !== 'loading') return false;
  player.song = song;
  player.state = 'playing';
  return true;
}
