type Song = { title: string };
type Player = { state: string; song: Song | null };

function begin(player: Player, song: Song): boolean {
  if (player.state === 'loading') {
    player.state = 'playing';
    player.song = song;
  }
  return player.song === song;
}

export async function playSong(
  player: Player,
  title: string,
  findSong: (title: string) => Promise<Song> | Song,
): Promise<boolean> {
  const looking = findSong(title);
  player.state = 'loading';
  return begin(player, await looking);
}
