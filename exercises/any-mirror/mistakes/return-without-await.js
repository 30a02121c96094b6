// fails: a report when no mirror answers
export async function downloadFile(mirrors, download) {
  try {
    return Promise.any(mirrors.map((mirror) => download(mirror)));
  } catch ({ errors }) {
    const lines = mirrors.map((mirror, index) => `${mirror}: ${errors[index].message}`);
    throw new Error(['No mirror has answered', ...lines].join('\n'));
  }
}
