import { describe, expect, test } from 'vitest';
import type { TestVerdict } from '#grader/recording/types.ts';
import { parseNews, printNews, type News } from '#server/queue/news.ts';

const verdict = (text: string): TestVerdict => ({
  name: 'a test',
  hidden: false,
  outcome: 'failed',
  ended: { kind: 'returned' },
  findings: [{ code: 'differs', params: { text } }],
  virtualMs: 5,
});

describe('news', () => {
  test('arrive as they were sent', () => {
    const news: News = { id: 'a', event: 'test', index: 2, hiddenNumber: 1, test: verdict('short') };
    expect(parseNews(printNews(news))).toEqual(news);
  });

  test('of a test with too much to say travel without its findings', () => {
    const news: News = { id: 'a', event: 'test', index: 0, test: verdict('é'.repeat(4_000)) };
    const payload = printNews(news);
    expect(Buffer.byteLength(payload)).toBeLessThan(8_000);
    expect(parseNews(payload)).toEqual({ ...news, test: { ...news.test, findings: [] } });
  });

  test.each(['', 'not JSON', '{}', '{"id":"a","event":"test"}'])(
    'that are not ours (%s) are none',
    (payload) => {
      expect(parseNews(payload)).toBeNull();
    },
  );
});
