// Key and value in IndexedDB. Where the browser has none, nothing is kept and nothing fails.

const DATABASE = 'interleave';
const STORE = 'drafts';

let opening: Promise<IDBDatabase> | undefined;

export async function readRecord(key: string): Promise<unknown> {
  try {
    const store = (await open()).transaction(STORE).objectStore(STORE);
    return await settled<unknown>(store.get(key));
  } catch {
    return null;
  }
}

export async function writeRecord(key: string, value: unknown): Promise<void> {
  try {
    await settled((await open()).transaction(STORE, 'readwrite').objectStore(STORE).put(value, key));
  } catch {
    // Private windows may refuse; localStorage and the server remain.
  }
}

async function open(): Promise<IDBDatabase> {
  opening ??= openDatabase();
  return await opening;
}

async function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
  return await settled(request);
}

async function settled<Value>(request: IDBRequest<Value>): Promise<Value> {
  return await new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB failed')));
  });
}
