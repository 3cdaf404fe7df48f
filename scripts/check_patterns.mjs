// Check each pattern on standard input, [[source, flags], …] in JSON, with recheck. See check_patterns.py.
import { check } from "recheck";

let input = "";
for await (const part of process.stdin) input += part;
const answers = [];
for (const [source, flags] of JSON.parse(input)) {
  const { status, checker, complexity, attack, error } = await check(source, flags, { timeout: 30000 });
  answers.push({ status, checker, complexity: complexity?.summary, attack: attack?.pattern, error });
}
console.log(JSON.stringify(answers));
process.exit(0);
