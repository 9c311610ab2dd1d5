// How Canvas hears a tool: data as an object or as JSON, by its subject, and never less than a pixel high.
addEventListener('message', ({ source, data }) => {
  let message = data;
  try {
    if (typeof data === 'string') message = JSON.parse(data);
  } catch {
    return;
  }
  if (message?.subject !== 'lti.frameResize') return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (source === frame.contentWindow) frame.height = Math.max(Number(message.height), 1);
  }
});
