// Upload: the server does the work, durably; here it is asked for once, and its progress is read until it ends.
const QUICK = 250, SLOW = 1000; // ms between two looks

const wait = milliseconds => new Promise(done => setTimeout(done, milliseconds));

/**
 * Asks for the clean rows to be added. A lost answer is looked up, never guessed.
 * @param {import('../api.js').DraftRequests} requests
 * @param {function(Error): void} unreachable the server gave no answer, or not yet a good one, and is asked again
 * @returns {Promise<Object>} the draft, committing or already done
 */
export async function askForUpload(requests, unreachable) {
  for (let pause = QUICK; ; pause = Math.min(2 * pause, 5000)) {
    try { return await requests.commit(); } catch (problem) {
      if (!problem.isPassing) throw problem;
      unreachable(problem);
      await wait(problem.retryAfter ? problem.retryAfter * 1000 : pause);
      const draft = await requests.draft().catch(() => null);
      if (draft && draft.state !== 'open') return draft;
    }
  }
}

/**
 * Reads the progress until the work is done.
 * @param {function(Object, string=): void} show the draft as it stands; with the trouble, if the server can't be reached
 * @returns {Promise<Object>} the draft afterwards
 */
export async function follow(requests, draft, show) {
  for (let pause = QUICK; draft.state === 'committing'; pause = Math.min(pause * 1.2, SLOW)) {
    show(draft);
    await wait(pause);
    try { draft = await requests.draft(); } catch (problem) {
      if (problem.isSignedOut) show(draft, 'You were signed out. Adding continues; sign in in another tab to see it here.');
      else if (problem.isPassing) show(draft, 'The server cannot be reached. Adding continues as soon as it is back.');
      else throw problem;
      await wait(SLOW);
    }
  }
  return draft;
}
