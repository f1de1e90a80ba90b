from vectorstore.search import fuse


def test_a_chunk_in_both_rankings_comes_before_one_that_leads_only_one():
    fused = fuse([([1, 2], 1.0), ([3, 2], 1.0)])

    assert max(fused, key=fused.__getitem__) == 2


def test_a_chunk_that_a_ranking_did_not_find_gets_nothing_from_it():
    fused = fuse([([1], 1.0), ([], 1.0)])

    assert fused == {1: 1 / 21}


def test_weights_say_which_ranking_counts_more():
    fused = fuse([([1], 2.0), ([2], 1.0)])

    assert fused[1] > fused[2]
