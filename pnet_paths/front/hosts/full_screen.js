// The whole screen for an element of ours, and back.

/** @param {Element} element */
export function fullScreen(element) {
  if (document.fullscreenElement) document.exitFullscreen();
  else element.requestFullscreen?.();
}
