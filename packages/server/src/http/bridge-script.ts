/**
 * Stands in a frame of the shop's page, under a policy of its own, and holds the issuer's frame. Hears the page around it
 * and that one frame, nobody else; does what it is told once; passes on the one message that it waits for.
 *
 * A function's source, called with `{ nonce, targets }`: what it is good for, and the origins that may hold it.
 */
export const bridgeScript = `({ nonce, targets }) => {
  let frame = null;
  let shop = '';

  function post({ url, params, title }) {
    frame = document.createElement('iframe');
    frame.name = 'florin-issuer';
    frame.title = title;
    frame.allow = 'payment *; publickey-credentials-get *';
    const form = document.createElement('form');
    form.method = 'post';
    form.action = url;
    form.target = frame.name;
    form.hidden = true;
    const inputs = Object.entries(params).map(([name, value]) => {
      const input = document.createElement('input');
      input.type = 'hidden';
      input.name = name;
      input.value = value;
      return input;
    });
    // A field may be called "append" or "submit", and stands for the form's own from then on.
    form.append(...inputs);
    document.title = title;
    document.body.append(frame, form);
    HTMLFormElement.prototype.submit.call(form);
  }

  function isOrder({ type, url, params, title }) {
    return type === 'florin:bridge' && typeof title === 'string' && isWebAddress(url) && isFields(params);
  }

  function isWebAddress(url) {
    return typeof url === 'string' && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  }

  function isFields(params) {
    return typeof params === 'object' && params !== null && Object.values(params).every((value) => typeof value === 'string');
  }

  if (parent === window) return;
  addEventListener('message', ({ source, origin, data }) => {
    if (typeof data !== 'object' || data === null || data.nonce !== nonce) return;
    if (source === parent && targets.includes(origin) && !frame && isOrder(data)) {
      shop = origin;
      post(data);
    } else if (frame && source === frame.contentWindow && origin === location.origin && data.type === 'florin:three-ds')
      parent.postMessage({ type: data.type, nonce }, shop);
  });
  for (const target of targets) parent.postMessage({ type: 'florin:bridge-ready', nonce }, target);
}`;
