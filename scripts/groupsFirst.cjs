const Sequencer = require("@jest/test-sequencer").default;

/** Starts the groups of suites before the suites that stay apart: their files are small, and they run the longest. */
module.exports = class GroupsFirst extends Sequencer {
  sort(tests) {
    const isGroup = ({ path }) => /[\\/]test[\\/]together[\\/]/.test(path);
    const sorted = super.sort(tests);
    return [...sorted.filter(isGroup), ...sorted.filter((test) => !isGroup(test))];
  }
};
