// fails: two players, one stopped too soon and one later
type Song = { title: string };
type Player = { state: string; song: Song | null };

let isStopped = false;

export async function playSong(
  player: Player,
  title: string,
  findSong: (title: string) => Promise<Song> | Song,
): Promise<boolean> {
  player.state = 'loading';
  const song = await findSong(title);
  isStopped ||= player.state === 'stopped';
  if (isStopped) return false;
  player.song = song;
  player.state = 'playing';
  return true;
}
