from vectorstore import Html, element, joined, plain


def test_every_plain_string_is_escaped_and_markup_of_ours_is_kept():
    made = element("p", "<b>", element("mark", 'a & "b"'), title='"><script>', dir=None)

    assert made == '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;<mark>a &amp; &quot;b&quot;</mark></p>'


def test_joined_text_is_no_way_around_the_escaper():
    assert joined(["<i>", Html("<br>")]) == "&lt;i&gt;<br>"


def test_signs_that_turn_text_around_and_controls_are_dropped():
    assert plain("a\u202egpj.exe\x00\x07\nb\ud800") == "agpj.exe\nb"
