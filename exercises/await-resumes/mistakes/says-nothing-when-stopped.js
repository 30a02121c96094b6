// fails: stopped while it loads, a song does not play
export async function playSong(player, title, findSong) {
  player.state = 'loading';
  const song = await findSong(title);
  if (player.state === 'loading') {
    player.song = song;
    player.state = 'playing';
    return true;
  }
}
