// The whole screen for an element of ours, and back.

export function fullScreen(element) {
  if (document.fullscreenElement) document.exitFullscreen();
  else element?.requestFullscreen?.();
}
