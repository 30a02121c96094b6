// fails: an empty list gives an empty list and asks for nobody
export function loadUsers(ids, fetchUser) {
  return new Promise((resolve, reject) => {
    const users = new Array(ids.length);
    let missing = ids.length;
    ids.forEach((id, index) => {
      fetchUser(id).then((user) => {
        users[index] = user;
        missing -= 1;
        if (missing === 0) resolve(users);
      }, reject);
    });
  });
}
