// fails: the player is loading before playSong returns
export async function playSong(player, title, findSong) {
  const song = await findSong(title);
  if (player.state === 'stopped') return false;
  player.song = song;
  player.state = 'playing';
  return true;
}
