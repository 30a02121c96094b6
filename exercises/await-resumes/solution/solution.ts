export type Song = { title: string };
export type Player = { state: string; song: Song | null };
export type FindSong = (title: string) => Promise<Song> | Song;

/** Finds a song and plays it. Fulfils with `true`, or with `false` if the player was stopped in the meantime. */
export async function playSong(player: Player, title: string, findSong: FindSong): Promise<boolean> {
  player.state = 'loading';
  const song = await findSong(title);
  if (player.state !== 'loading') return false;
  player.song = song;
  player.state = 'playing';
  return true;
}
