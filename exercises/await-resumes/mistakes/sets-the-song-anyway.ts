// fails: stopped while it loads, a song does not play
type Song = { title: string };
type Player = { state: string; song: Song | null };

export async function playSong(
  player: Player,
  title: string,
  findSong: (title: string) => Promise<Song> | Song,
): Promise<boolean> {
  player.state = 'loading';
  player.song = await findSong(title);
  if (player.state !== 'loading') return false;
  player.state = 'playing';
  return true;
}
