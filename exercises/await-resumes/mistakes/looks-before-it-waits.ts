// fails: stopped while it loads, a song does not play
type Song = { title: string };
type Player = { state: string; song: Song | null };

export async function playSong(
  player: Player,
  title: string,
  findSong: (title: string) => Promise<Song> | Song,
): Promise<boolean> {
  player.state = 'loading';
  const isWanted = player.state === 'loading';
  const song = await findSong(title);
  if (!isWanted) return false;
  player.song = song;
  player.state = 'playing';
  return true;
}
