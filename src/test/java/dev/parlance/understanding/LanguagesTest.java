package dev.parlance.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Where is my order? I have been waiting for it since Monday.
            de | Wo bleibt meine Bestellung? Ich warte schon seit Montag darauf.
            fr | Où est ma commande ? Je l'attends depuis lundi dernier.
            es | ¿Dónde está mi pedido? Lo estoy esperando desde el lunes.
            it | Dov'è il mio ordine? Lo sto aspettando da lunedì scorso.
            pt | Onde está o meu pedido? Estou esperando desde segunda-feira.
            nl | Waar blijft mijn bestelling? Ik wacht er al sinds maandag op.
            pl | Gdzie jest moje zamówienie? Czekam na nie od poniedziałku.
            ru | Где мой заказ? Я жду его уже с понедельника.
            ja | 注文した商品はどこにありますか？月曜日から待っています。
            ko | 제 주문은 어디에 있나요? 월요일부터 기다리고 있습니다.
            zh | 我的订单在哪里？我从星期一就开始等了。
            """)
    void aLanguageIsToldFromASentenceOrTwo(String language, String text) {
        assertThat(Languages.find(text)).contains(language);
    }

    @Test
    void whatIsTooShortIsLeftOpen() {
        assertThat(Languages.find("ok, thanks")).isEmpty();
        assertThat(Languages.find("4521-998812-11 !!! ??? 2026-03-01 12:00")).isEmpty();
        assertThat(Languages.find("")).isEmpty();
    }
}
