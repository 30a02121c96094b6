export const whatFailed = (task) =>
  new Promise((resolve) => resolve(task())).then(
    () => [],
    (error) => {
      const report = [];
      const open = [{ text: '', error }];
      while (open.length > 0) {
        const { text, error } = open.pop();
        const said = text + (error instanceof Error ? error.message : String(error));
        const below = error?.errors?.length
          ? error.errors.toReversed()
          : error?.cause !== undefined
            ? [error.cause]
            : [];
        if (below.length === 0) report.push(said);
        for (const inner of below) open.push({ text: `${said} because `, error: inner });
      }
      return report;
    },
  );
