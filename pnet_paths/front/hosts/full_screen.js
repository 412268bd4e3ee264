// Full screen for an element of ours, and back.

/** @param {Element} element */
export function toggleFullScreen(element) {
  if (document.fullscreenElement) document.exitFullscreen();
  else element.requestFullscreen?.();
}
