"""Random numbers: the published sequence, on every machine."""

import numpy as np

from app.core.inputs import named_input
from app.core.randomness import random_whole_numbers, split_mix_64


def test_split_mix_gives_its_published_reference_values() -> None:
    # https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64
    assert split_mix_64(1234567, 5).tolist() == [
        6457827717110365317,
        3203168211198807973,
        9817491932198370423,
        4593380528125082431,
        16408922859458223821,
    ]


def test_split_mix_takes_any_whole_number_as_its_seed() -> None:
    np.testing.assert_array_equal(split_mix_64(-1, 3), split_mix_64(2**64 - 1, 3))


def test_random_numbers_are_the_words_of_the_generator_in_reading_order() -> None:
    words = [int(word) for word in split_mix_64(42, 6)]
    expected = [[word % 10 for word in words[:3]], [word % 10 for word in words[3:]]]
    assert random_whole_numbers(42, (2, 3), lowest=0, highest=9).tolist() == expected


def test_random_numbers_use_their_whole_range() -> None:
    numbers = random_whole_numbers(1, (64, 64), lowest=-9, highest=9)
    assert set(numbers.flat) == set(range(-9, 10))


def test_random_inputs_stay_as_they_are_in_links_already_shared() -> None:
    random, signed = named_input("random").draw(2, 6, 1), named_input("random-signed").draw(2, 6, 1)
    assert random.tolist() == [[5, 9, 0, 5, 1, 8], [5, 3, 0, 0, 7, 0]]
    assert signed.tolist() == [[0, -1, 5, 4, 5, 4], [-7, -9, -1, 6, 6, -5]]
