// Asks whether something was edited, and then shows it; where the reader had scrolled to, browsers remember.
const shown = document.body.dataset.version;
setInterval(async () => {
  try {
    const answer = await fetch('/version');
    if (answer.ok && (await answer.text()) !== shown) {
      location.reload();
    }
  } catch (gone) {
    document.title = '(ended) ' + document.title.replace(/^\(ended\) /, '');
  }
}, 250);
