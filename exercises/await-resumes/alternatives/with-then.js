export function playSong(player, title, findSong) {
  player.state = 'loading';
  return Promise.resolve(findSong(title)).then((song) => {
    const isWanted = player.state === 'loading';
    if (isWanted) Object.assign(player, { song, state: 'playing' });
    return isWanted;
  });
}
