/**
 * Finds a song and plays it. Fulfils with `true`, or with `false` if the player was stopped in the meantime.
 *
 * @typedef {{ title: string }} Song
 * @param {{ state: string, song: Song | null }} player
 * @param {string} title
 * @param {(title: string) => Promise<Song> | Song} findSong
 * @returns {Promise<boolean>}
 */
export async function playSong(player, title, findSong) {
  const song = await findSong(title);
  player.state = 'loading';
  player.song = song;
  player.state = 'playing';
  return true;
}
