// Small programs on which the grader and Node once disagreed, or where Node's own code decides what no document tells.
// Each is run in both; what is expected is what Node does.

export const regressions: { [behaviour: string]: string } = {
  'what is due in one list of timers runs before the next list': `
    setTimeout(() => console.log('10 at 0'), 10);
    setTimeout(() => console.log('12 at 0'), 12);
    work(5);
    setTimeout(() => console.log('10 at 5'), 10);
    work(50);`,
  'a timer that falls due while others run waits for the immediates': `
    setTimeout(() => {
      setImmediate(() => console.log('immediate'));
      work(20);
    }, 5);
    setTimeout(() => console.log('timer'), 15);`,
  'an interval counts from before its callback': `
    let count = 0;
    const interval = setInterval(() => {
      console.log(performance.now());
      work(25);
      if (++count === 4) clearInterval(interval);
    }, 10);
    setTimeout(() => console.log('timeout', performance.now()), 12);`,
  'an immediate set by an immediate runs after the timers that are due': `
    setImmediate(() => {
      console.log(1);
      setImmediate(() => console.log(3));
      setTimeout(() => console.log(2), 1);
      work(1);
    });`,
  'an immediate that is cleared by the one before it does not run': `
    let second;
    setImmediate(() => {
      console.log(1);
      process.nextTick(() => clearImmediate(second));
    });
    second = setImmediate(() => console.log(2));
    setImmediate(() => console.log(3, second.hasRef()));`,
  'an immediate without reference runs when the loop has waited': `
    setImmediate(() => console.log('immediate', performance.now())).unref();
    setTimeout(() => console.log('timer'), 30);`,
  'nothing waits for an immediate without reference': `
    console.log(setImmediate(() => console.log('never')).unref().hasRef());`,
  'nothing waits for a timer without reference, until it has one again': `
    const timer = setTimeout(() => console.log('timer', performance.now()), 20).unref();
    setTimeout(() => console.log('first'), 5);
    const kept = setTimeout(() => console.log('kept'), 10).unref();
    console.log(timer.hasRef(), kept.ref().hasRef());`,
  'an error in a timer ends the program before ticks, microtasks and other timers': `
    setTimeout(() => {
      process.nextTick(() => console.log('tick'));
      queueMicrotask(() => console.log('microtask'));
      throw new Error('ends here');
    }, 1);
    setTimeout(() => console.log('timer'), 1);`,
  'an error in a microtask ends the program before the next one': `
    queueMicrotask(() => { throw new Error('ends here'); });
    queueMicrotask(() => { console.log('microtask'); work(10); });
    await null;
    console.log('after await');`,
  'an error in a tick ends the program before the next one': `
    process.nextTick(() => { throw new Error('ends here'); });
    process.nextTick(() => console.log('tick'));
    queueMicrotask(() => console.log('microtask'));`,
  'an error of the module itself ends the program before ticks': `
    queueMicrotask(() => console.log('microtask'));
    process.nextTick(() => console.log('never'));
    setTimeout(() => console.log('never'), 0);
    throw new Error('ends here');`,
  'an error after a top-level await ends the program before ticks': `
    await new Promise((resolve) => setTimeout(resolve, 5));
    queueMicrotask(() => console.log('microtask'));
    process.nextTick(() => console.log('never'));
    throw new Error('ends here');`,
  'a rejection while the module waits ends the program after ticks': `
    void Promise.reject(new Error('ends here'));
    process.nextTick(() => console.log('tick'));
    await new Promise((resolve) => setTimeout(resolve, 5));
    console.log('never');`,
  'a rejection ends the program once ticks and microtasks have run': `
    setTimeout(() => {
      void Promise.reject(new Error('ends here'));
      queueMicrotask(() => process.nextTick(() => console.log('tick')));
      setImmediate(() => console.log('never'));
    }, 1);`,
  'a rejection that a tick of the same macrotask handles is handled': `
    setTimeout(() => {
      const rejected = Promise.reject(new Error('handled'));
      process.nextTick(() => rejected.catch(({ message }) => console.log(message)));
    }, 1);`,
  'ticks set by microtasks run when the microtasks are done, and all ticks before the next microtask': `
    process.nextTick(() => console.log('tick 1'));
    Promise.resolve().then(() => {
      console.log('job 1');
      process.nextTick(() => {
        console.log('tick 2');
        queueMicrotask(() => console.log('job 3'));
        process.nextTick(() => console.log('tick 3'));
      });
    }).then(() => console.log('job 2'));
    setImmediate(() => {
      process.nextTick(() => console.log('tick 4'));
      queueMicrotask(() => console.log('job 4'));
    });`,
  'after a top-level await the module is still a microtask': `
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.nextTick(() => console.log('tick'));
    queueMicrotask(() => console.log('microtask'));
    console.log('body');`,
  'refresh starts a waiting timer anew': `
    const timer = setTimeout(() => console.log(performance.now()), 10);
    setTimeout(() => console.log(timer.refresh() === timer), 6);`,
  'refresh sets a timer again that has fired': `
    let count = 0;
    const timer = setTimeout(() => { console.log(performance.now()); if (++count < 3) timer.refresh(); }, 10);
    setTimeout(() => timer.refresh(), 100);`,
  'refresh does nothing for a timer that was cleared': `
    const timer = setTimeout(() => console.log('never'), 10);
    clearTimeout(timer);
    console.log(timer.refresh().hasRef());
    const own = setTimeout(() => { console.log('once'); clearTimeout(own); own.refresh(); }, 5);`,
  'a timer that was cleared after it fired is set again without its callback': `
    const timer = setTimeout(() => console.log('once'), 10);
    setTimeout(() => { clearTimeout(timer); timer.refresh(); }, 20);`,
  'refresh in an interval does not fire it twice': `
    let count = 0;
    const interval = setInterval(() => {
      console.log(performance.now());
      work(3);
      if (++count < 3) interval.refresh();
      else clearInterval(interval);
    }, 10);`,
  'delays are coerced': `
    const delays = [NaN, -1, 0, 0.5, 1.9, '10', 'ten', null, undefined, true, [3], {}, Infinity, 2 ** 31, 2 ** 31 - 0.5, 20.99];
    delays.forEach((delay, index) => setTimeout(() => console.log(index, performance.now()), delay));
    setTimeout(() => console.log('none', performance.now()));`,
  'a delay that is no number at all is refused': `
    for (const delay of [5n, Symbol('delay')]) {
      try { setTimeout(() => console.log('never'), delay); } catch (error) { console.log(error.name); }
    }`,
  'arguments are passed on, and this is the handle': `
    const timer = setTimeout(function (...args) { console.log(args.join(), this === timer); }, 1, 'a', 'b');
    const interval = setInterval(function (...args) {
      console.log(args.join(), this === interval);
      clearInterval(this);
    }, 1, 'c');
    const immediate = setImmediate(function (...args) { console.log(args.join(), this === immediate); }, 'd');
    process.nextTick(function (...args) { console.log(args.join(), this === undefined); }, 'e', 'f');`,
  'a timer is cleared by its number or the text of it, and by nothing else': `
    const set = (name) => setTimeout(() => console.log(name), 5);
    const timers = ['number', 'text', 'object', 'padded', 'other', 'immediate'].map(set);
    clearTimeout(+timers[0]);
    clearTimeout(String(+timers[1]));
    clearInterval(timers[2]);
    clearTimeout(' ' + +timers[3]);
    clearTimeout({ valueOf: () => +timers[4] });
    clearImmediate(timers[5]);
    for (const garbage of [undefined, null, NaN, '', 'x', 1e9, -1, true, {}, [], () => {}, Symbol('x'), 5n]) clearTimeout(garbage);
    const immediate = setImmediate(() => console.log('immediate runs'));
    clearTimeout(immediate);
    console.log(typeof +timers[0], +timers[1] === +timers[1], +timers[0] === +timers[1]);`,
  'close and using clear a timer': `
    const closed = setTimeout(() => console.log('never'), 1);
    console.log(closed.close() === closed);
    {
      using timer = setTimeout(() => console.log('never'), 1);
      using interval = setInterval(() => console.log('never'), 1);
      using immediate = setImmediate(() => console.log('never'));
      console.log(timer.hasRef(), interval.hasRef(), immediate.hasRef());
    }
    const late = setImmediate(() => console.log('immediate'));
    setTimeout(() => console.log(late.hasRef(), closed.hasRef()), 1);`,
  'what is not a function is refused': `
    for (const set of [setTimeout, setInterval, setImmediate, queueMicrotask, process.nextTick]) {
      for (const callback of [undefined, null, 'code', {}]) {
        try { set(callback, 1); } catch (error) { console.log(error.name, error.code, error.message); }
      }
    }`,
  'an interval is stopped by its own callback, or by a microtask of it': `
    const first = setInterval(() => { console.log('first'); clearInterval(first); }, 2);
    const second = setInterval(async () => { console.log('second'); await null; clearInterval(second); }, 3);`,
  'a timer that a timer clears does not run, though both are due': `
    const first = setTimeout(() => { console.log('first'); clearTimeout(second); }, 5);
    const second = setTimeout(() => console.log('never'), 5);
    setTimeout(() => { console.log('third'); queueMicrotask(() => clearTimeout(fourth)); }, 5);
    const fourth = setTimeout(() => console.log('never'), 5);`,
};
