// Shows the course: in a frame, in a frame of another origin's frame, or in a window of its own.
{
  const query = new URLSearchParams(location.search);
  const course = query.get('course') ?? 'package/index.html';
  if (query.has('window')) {
    const button = document.createElement('button');
    button.textContent = 'Open the course';
    button.onclick = () => { window.opened = open(course); };
    document.getElementById('player').append(button);
  } else {
    const frame = document.createElement('iframe');
    frame.title = 'The course';
    frame.width = 1200;
    frame.height = 640;
    frame.src = course;
    document.getElementById('player').append(frame);
  }
}
