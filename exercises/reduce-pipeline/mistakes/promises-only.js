// fails: a step may give its picture at once
export function runSteps(picture, [first, ...rest]) {
  if (first === undefined) return Promise.resolve(picture);
  return first(picture).then((current) => runSteps(current, rest));
}
