// fails: the player is loading before playSong returns
export async function playSong(player, title, findSong) {
  await null;
  player.state = 'loading';
  const song = await findSong(title);
  if (player.state !== 'loading') return false;
  player.song = song;
  player.state = 'playing';
  return true;
}
