"""Pictures of pages, small enough for a repository: at most 256 colours each, which a page of text hardly exceeds."""

import base64
import struct
import zlib
from typing import Any

import numpy as np

_COLOURS = 256
_PIXELS = """async png => {
  const picture = await createImageBitmap(await (await fetch("data:image/png;base64," + png)).blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height), pen = canvas.getContext("2d");
  pen.drawImage(picture, 0, 0);
  const bytes = pen.getImageData(0, 0, picture.width, picture.height).data;
  let text = "";
  for (let i = 0; i < bytes.length; i += 32768) text += String.fromCharCode(...bytes.subarray(i, i + 32768));
  return [picture.width, picture.height, btoa(text)];
}"""


def smaller(browser: Any, png: bytes) -> bytes:
    """Return a picture with its most frequent colours, every other pixel in the nearest of them."""
    page = browser.new_page()
    wide, high, pixels = page.evaluate(_PIXELS, base64.b64encode(png).decode())
    page.close()
    rgb = np.frombuffer(base64.b64decode(pixels), np.uint8).reshape(-1, 4)[:, :3].astype(np.int32)
    codes = rgb[:, 0] << 16 | rgb[:, 1] << 8 | rgb[:, 2]
    found, places, counts = np.unique(codes, return_inverse=True, return_counts=True)
    kept = np.sort(found[np.argsort(-counts, kind="stable")[:_COLOURS]])
    near = (
        np.abs(_parts(found)[:, None, :] - _parts(kept)[None, :, :])
        .sum(axis=2)
        .argmin(axis=1)
        .astype(np.uint8)
    )
    rows = near[places].reshape(high, wide)
    lines = np.concatenate(
        [np.zeros((high, 1), np.uint8), rows], axis=1
    ).tobytes()  # no filter: best for few colours
    head = struct.pack(">IIBBBBB", wide, high, 8, 3, 0, 0, 0)
    palette = _parts(kept).astype(np.uint8).tobytes()
    chunks = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _parts(codes: Any) -> Any:
    """Return colours as rows of red, green and blue."""
    return np.stack([codes >> 16 & 255, codes >> 8 & 255, codes & 255], axis=1)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def size(png: bytes) -> tuple[int, int]:
    """Return width and height of a PNG in pixels."""
    wide, high = struct.unpack(">II", png[16:24])
    return int(wide), int(high)
