export const playSong = (player, title, findSong) =>
  new Promise((resolve) => {
    player.state = 'loading';
    Promise.all([findSong(title)]).then(([song]) => {
      if (player.state !== 'loading') return resolve(false);
      player.song = song;
      player.state = 'playing';
      resolve(true);
    });
  });
