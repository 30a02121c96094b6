type Step = (key: string) => void;
type Steps = { insert: Step; check: Step; format: Step; draw: Step; save: Step };

export async function handleKey(key: string, { insert, check, format, draw, save }: Steps): Promise<void> {
  insert(key);
  process.nextTick(check, key);
  await null;
  format(key);
  await new Promise<void>((resolve) => setImmediate(resolve));
  draw(key);
  await new Promise<void>((resolve) => setTimeout(resolve, 1));
  save(key);
}
