type User = { id: number; name: string };

export function loadUsers(ids: number[], fetchUser: (id: number) => Promise<User>): Promise<User[]> {
  return new Promise((resolve, reject) => {
    const users: User[] = new Array(ids.length);
    let missing = ids.length;
    if (missing === 0) resolve(users);
    for (const [index, id] of ids.entries()) {
      fetchUser(id).then((user) => {
        users[index] = user;
        missing -= 1;
        if (missing === 0) resolve(users);
      }, reject);
    }
  });
}
