const failure = (message) => (cause) => {
  const error = new Error(message);
  error.cause = cause;
  return Promise.reject(error);
};

export function loadAlbum(userId, fetchUser, fetchPhotos) {
  return fetchUser(userId).then(
    ({ name, albumId }) =>
      fetchPhotos(albumId).then(
        (photos) => ({ owner: name, photos }),
        failure(`Cannot load the photos of ${name}`),
      ),
    failure(`Cannot load user ${userId}`),
  );
}
