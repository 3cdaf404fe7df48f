// Check each pattern on standard input, [[source, flags], …] in JSON, with recheck. See check_patterns.py.
import { check } from "recheck";

let input = "";
for await (const part of process.stdin) input += part;
const answers = [];
// A text that is only slow in recheck's own count of steps is no attack: node runs it as well.
const options = { timeout: 180000, recallTimeout: 5000 };
for (const [source, flags] of JSON.parse(input)) {
  const { status, checker, complexity, attack, error } = await check(source, flags, options);
  answers.push({ status, checker, complexity: complexity?.summary, attack: attack?.pattern, error });
}
console.log(JSON.stringify(answers));
process.exit(0);
