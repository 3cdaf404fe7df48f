"""The objects of a PDF page: which of its texts may be invisible, and which end a paragraph.

Nothing is decided here. An object of text is a suspect if anything about it may hide it: how it is drawn,
its colour, its place, its size, its clip, a layer, or a picture or a filled shape at the same place.
`pdf_visibility` decides. The texts of letters are black and on white paper, and none is a suspect.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from ctypes import byref, c_int, c_ulong, create_string_buffer
from itertools import compress, islice, repeat
from typing import NamedTuple

from inspection_model.reading.files.pdf_drawings import Box, Drawings, drawings_of
from inspection_model.reading.files.pdfium import Pdfium, each

__all__ = ["PageObjects", "page_objects"]

_PATH, _IMAGE, _SHADING = 2, 3, 4
_FILLED = 0  # the usual way of drawing text
_USUAL_MODES = frozenset((-1, _FILLED))
_NOT_DRAWN = (3, 7)  # nothing is drawn, or the text only clips
_NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)
# A text with more clips is a suspect; as many marks within marks are looked at.
_DEEPEST = 12
# A colour is dark if one of its parts is at most this; white paper has 255 of each.
_DARK = 128
_OPAQUE = 255
# Text of a smaller size cannot be read, in points.
_TINY = 2.0
# A shape of a smaller width or height is a rule, in points.
_RULE = 2.0
# A bullet that is drawn as a shape is smaller, in points.
_LARGEST_DOT = 9.0
# How far the edge of a letter may reach out of its clip, in points.
_OVERHANG = 2.0
# A clip with more corners is not a rectangle; as many pairs of a text and a shape are not compared.
_CORNERS = 8
_PAIRS = 100_000
# The place in the order of a shape that may hide every text.
_EVERY = 1 << 62
# The bytes of the names of marks that are compared.
_MARK_NAME = 16
_LAYER = "OC\0".encode("utf-16-le")


class PageObjects(NamedTuple):
    """What the objects of a page say; each object is named by its address.

    Attributes:
        unseen: The texts that are not drawn, or too small to be read.
        suspects: The other texts that may be invisible.
        ending: The texts that a lone space follows, as word processors end a paragraph.
        replaced: The texts for which the file gives other words than those it draws, with their marks.
        scans: The boxes of the pictures that cover half of the page or more.
        dots: The boxes of small shapes, filled or not, as browsers draw bullets.
    """

    unseen: set[int]
    suspects: set[int]
    ending: set[int]
    replaced: Sequence[tuple[int, int]]
    scans: Sequence[Box]
    dots: Sequence[Box]


def page_objects(pdfium: Pdfium, page: int, visible: Box) -> PageObjects:
    """Look at the objects of a page.

    Args:
        pdfium: The functions of PDFium.
        page: The page.
        visible: The box of the page that is shown.
    """
    drawn = drawings_of(pdfium, page)
    objects, modes, boxes, _ = drawn
    texts = [index for index, mode in enumerate(modes) if mode >= 0]
    inked = [index for index in texts if (box := boxes[index])[1] != box[3]]
    inked_objects, inked_boxes = [objects[index] for index in inked], [boxes[index] for index in inked]
    unseen = _tiny(pdfium, inked, inked_objects, inked_boxes)
    suspects = _outside(visible, inked, inked_boxes)
    if not _USUAL_MODES.issuperset(modes):
        unseen |= {index for index in inked if modes[index] in _NOT_DRAWN}
        suspects |= {index for index in inked if modes[index] != _FILLED}
    suspects |= _pale(pdfium, inked, inked_objects)
    suspects |= _clipped(pdfium, inked, inked_objects, inked_boxes)
    pictures, shapes, dots = _shapes(pdfium, drawn)
    suspects |= _overlapping(drawn, inked, [*((_EVERY, picture) for picture in pictures), *shapes])
    layered, replaced = _marked(pdfium, [objects[index] for index in texts])
    return PageObjects(
        unseen={objects[index] for index in unseen},
        suspects={objects[index] for index in suspects - unseen} | layered,
        ending={objects[index - 1] for index in set(texts).difference(inked) if index},
        replaced=replaced,
        dots=dots,
        scans=[picture for picture in pictures if _area(picture) > _area(visible) / 2],
    )


def _outside(visible: Box, texts: Sequence[int], boxes: Sequence[Box]) -> set[int]:
    """Return the texts of which a part is outside of the visible part of the page."""
    least, lowest, most, highest = visible
    return {
        index
        for index, (left, bottom, right, top) in zip(texts, boxes, strict=True)
        if not (least <= left and lowest <= bottom and right <= most and top <= highest)
    }


def _is_out_of(outer: Box, box: Box) -> bool:
    """Return whether a part of a box with text is outside of another one."""
    left, bottom, right, top = box
    within = outer[0] <= left and outer[1] <= bottom and right <= outer[2] and top <= outer[3]
    return not within


def _tiny(pdfium: Pdfium, texts: Sequence[int], objects: Sequence[int], boxes: Sequence[Box]) -> set[int]:
    """Return the texts that are too small to be read."""
    small = [
        (index, text)
        for index, text, (left, bottom, right, top) in zip(texts, objects, boxes, strict=True)
        if top - bottom < _TINY or right - left < _TINY
    ]
    # The box of a dash is small, too.
    sizes = _sizes(pdfium, [text for _, text in small])
    return {index for (index, _), size in zip(small, sizes, strict=True) if size < _TINY}


def _sizes(pdfium: Pdfium, texts: Sequence[int]) -> list[float]:
    """Return the sizes of texts as the page shows them."""
    sizes = each(pdfium.font_size, "f", texts)
    matrices = each(pdfium.matrix, "ffffff", texts, together=True)
    return [
        math.sqrt(abs(a * d - b * c)) * size
        for (size,), (a, b, c, d, _, _) in zip(sizes, matrices, strict=True)
    ]


def _pale(pdfium: Pdfium, texts: Sequence[int], objects: Sequence[int]) -> set[int]:
    """Return the texts that are not dark and opaque; a pattern has no colour."""
    colors = each(pdfium.fill_color, "IIII", objects)
    pale = {color for color in set(colors) if not _is_dark(color)}
    return {index for index, color in zip(texts, colors, strict=True) if color in pale} if pale else set()


def _is_dark(color: tuple[int, ...]) -> bool:
    *parts, opacity = color
    return min(parts) <= _DARK and opacity == _OPAQUE


def _is_pale(pdfium: Pdfium, path: int) -> bool:
    """Return whether dark text can be read on a shape."""
    color: tuple[int, ...] = each(pdfium.fill_color, "IIII", [path])[0]
    return min(color) > _DARK


def _clipped(pdfium: Pdfium, texts: Sequence[int], objects: Sequence[int], boxes: Sequence[Box]) -> set[int]:
    """Return the texts that their clip may cut."""
    clips = list(map(pdfium.clip, objects))
    counts = map(pdfium.count_paths, clips)
    entries = [entry for entry in zip(counts, texts, clips, boxes, strict=True) if entry[0] > 0]
    clipped = {index for count, index, _, _ in entries if count > _DEEPEST}
    paths = [
        (pdfium.segment(clip, path, 0), clip, path, index, box)
        for count, index, clip, box in entries
        for path in range(min(count, _DEEPEST))
    ]
    # Texts share their clips; one is named by the address of its first corner.
    outer = _clip_boxes(pdfium, {first: (clip, path) for first, clip, path, _, _ in paths})
    clipped.update(index for first, _, _, index, box in paths if _is_out_of(outer[first], box))
    return clipped


def _clip_boxes(pdfium: Pdfium, clips: dict[int, tuple[int, int]]) -> dict[int, Box]:
    """Return the boxes of clips, by their names."""
    counts = [pdfium.count_segments(clip, path) for clip, path in clips.values()]
    counts = [count if 0 < count <= _CORNERS else 0 for count in counts]
    segments: list[int] = []
    for (clip, path), count in zip(clips.values(), counts, strict=True):
        segments += map(pdfium.segment, repeat(clip, count), repeat(path), range(count))
    corners: Iterator[tuple[float, ...]] = iter(each(pdfium.point, "ff", segments))
    return {name: _clip_box(set(islice(corners, count))) for name, count in zip(clips, counts, strict=True)}


def _clip_box(corners: set[tuple[float, ...]]) -> Box:
    """Return the box of a clip; of one that is not a rectangle an empty box, which cuts everything."""
    if not corners:
        return _NOWHERE
    (left, bottom), (right, top) = min(corners), max(corners)
    if corners != {(left, bottom), (left, top), (right, bottom), (right, top)}:
        return _NOWHERE
    return left - _OVERHANG, bottom - _OVERHANG, right + _OVERHANG, top + _OVERHANG


def _shapes(pdfium: Pdfium, drawn: Drawings) -> tuple[list[Box], list[tuple[int, Box]], list[Box]]:
    """Return the boxes of the pictures, of the shapes other than rules that may hide text, and of dots.

    A pale shape hides only texts that are drawn before it: each has the number of its place in the order.
    """
    pictures: list[Box] = []
    dots: list[Box] = []
    shapes: list[tuple[int, Box]] = []
    others = [place for place, mode in enumerate(drawn.modes) if mode < 0]
    for place in others:
        drawing, box = drawn.objects[place], drawn.boxes[place]
        kind = pdfium.type(drawing)
        if kind == _IMAGE:
            pictures.append(box)
        elif min(box[2] - box[0], box[3] - box[1]) > _RULE:
            fills, strokes = _draws(pdfium, drawing, kind)
            only_before = fills and kind == _PATH and _is_pale(pdfium, drawing)
            if fills:
                shapes.append((place if only_before else _EVERY, box))
            if (strokes or (fills and not only_before)) and _is_dot(box):
                dots.append(box)
    return pictures, shapes, dots


def _is_dot(box: Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return max(width, height) < _LARGEST_DOT and abs(width - height) < 1


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _draws(pdfium: Pdfium, drawing: int, kind: int) -> tuple[bool, bool]:
    """Return whether an object fills its shape, and whether it draws its outline."""
    if kind != _PATH:
        return kind == _SHADING, False
    fill, stroke = c_int(), c_int()
    pdfium.draw_mode(drawing, byref(fill), byref(stroke))
    return fill.value > 0, stroke.value > 0


def _overlapping(drawn: Drawings, texts: Sequence[int], shapes: Sequence[tuple[int, Box]]) -> set[int]:
    """Return the texts at the places of shapes that are drawn after them.

    The order is known for the objects of the page, not for those of its forms.
    """
    boxes, own = drawn.boxes, drawn.own
    if len(texts) * len(shapes) > _PAIRS:
        return set(texts)
    return {
        index
        for place, (left, bottom, right, top) in shapes
        for index in texts
        if (index < place or index >= own)
        and (box := boxes[index])[0] < right
        and left < box[2]
        and box[1] < top
        and bottom < box[3]
    }


def _marked(pdfium: Pdfium, texts: Sequence[int]) -> tuple[set[int], list[tuple[int, int]]]:
    """Return the texts on layers, and those with replacement words and the marks that give them.

    A paragraph is one mark: the texts of a page have few different ones.
    """
    layered: set[int] = set()
    replaced: list[tuple[int, int]] = []
    depth = max(map(pdfium.count_marks, texts), default=0)
    for level in range(min(depth, _DEEPEST)):
        marks = list(map(pdfium.mark, texts, repeat(level)))
        different = [mark for mark in set(marks) if mark]
        layers = _layers(pdfium, different)
        replacing = set(compress(different, map(pdfium.parameter_type, different, repeat(b"ActualText"))))
        if layers or replacing:
            for text, mark in zip(texts, marks, strict=True):
                if mark in layers:
                    layered.add(text)
                if mark in replacing:
                    replaced.append((text, mark))
    return layered, replaced


def _layers(pdfium: Pdfium, marks: Sequence[int]) -> set[int]:
    """Return the marks that put a text on a layer."""
    name = create_string_buffer(_MARK_NAME)
    length = c_ulong()
    layers: set[int] = set()
    # A mark with an identifier is a part of the document's structure, as nearly all are.
    for mark, identified in zip(marks, map(pdfium.parameter_type, marks, repeat(b"MCID")), strict=True):
        if not identified:
            pdfium.mark_name(mark, byref(name), _MARK_NAME, byref(length))
            if name.raw.startswith(_LAYER):
                layers.add(mark)
    return layers
