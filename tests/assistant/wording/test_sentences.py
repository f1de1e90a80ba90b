import pytest

from assistant.wording.sentences import Part, is_foreign, parts, sentences, unmarked

TEXT = (
    "Mr. A. Bell met Dr. Karim in Azurra [1]. It cost 2.5 million. [2] [3]\n- **Where** was it? In Port-Almina [1, 2]!"
)


def test_a_text_is_taken_apart_at_its_sentences_with_the_marks_behind_them():
    assert sentences(TEXT, ended=True) == [
        "Mr. A. Bell met Dr. Karim in Azurra [1].",
        "It cost 2.5 million. [2] [3]",
        "Where was it?",
        "In Port-Almina [1, 2]!",
    ]


@pytest.mark.parametrize("size", [1, 3, 7, 50])
def test_however_a_text_arrives_no_sentence_is_taken_before_it_and_its_marks_are_there(size):
    whole = sentences(TEXT, ended=True)

    for end in range(size, len(TEXT) + size, size):
        so_far = sentences(TEXT[:end], ended=False)

        assert so_far == whole[: len(so_far)]


def test_marks_inside_a_sentence_belong_to_the_words_before_them():
    assert parts("One was in Azurra [1] and the other in Kestria [2].") == [
        Part("One was in Azurra", (1,)),
        Part("and the other in Kestria", (2,)),
    ]
    assert parts("One was in Azurra [1] and so on.")[-1] == Part("and so on.", ())
    assert (
        unmarked("One was in Azurra [1] and the other in Kestria [2].") == "One was in Azurra and the other in Kestria."
    )


@pytest.mark.parametrize(
    "said", ["انتهى العمل بها في 2030 [1]. هل جُددت؟ لا [2].", "Le coût est de 5 euros [1]. M. Karam dirige [2]."]
)
def test_french_and_arabic_are_taken_apart_too(said):
    assert len(sentences(said, ended=True)) >= 2


@pytest.mark.parametrize(
    "said",
    [
        "see https://x.example", "www.x.example", "![a](b)", "[a](b)", "[a][r]", "[r]: http://x", "<img src=x>", "<|im_start|>",
        "`code`", "[x](data:text/html,1)", "javascript:alert(1)", r"\href{x}{y}", "{{x}}",
    ],
)  # fmt: skip
def test_addresses_links_pictures_markup_and_code_are_foreign(said):
    assert is_foreign(said)


def test_invisible_characters_go():
    assert sentences("A\u200bB\u202e C\u00ad [1].", ended=True) == ["AB C [1]."]
