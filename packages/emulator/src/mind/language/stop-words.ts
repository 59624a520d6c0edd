/** Words that carry no subject. */
export const stopWords: ReadonlySet<string> = new Set(
  `и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее её мне было вот от
меня еще ещё нет о из ему теперь когда даже ну вдруг ли если уже или ни быть был него до вас нибудь опять уж вам ведь
там потом себя ничего ей может они тут где есть надо ней для мы тебя их чем была сам чтоб без будто чего раз тоже
себе под будет ж тогда кто этот того потому этого какой какая какие какого какую каком каких совсем ним здесь этом
почти мой моя мое моё мои твой твоя ваш ваша наш наша эта эти это эту этой тот та те про через над об обо при между
который которая которые которое которого свой своя свои можно мочь может могу можете сколько такой такая такие
также пожалуйста расскажи скажи подскажи опиши объясни почему зачем отчего каков какова
the a an of to in on at by for from with and or but not is are was were be been being am do does did doing have has
had having it its this that these those he she they them his her their we us our you your i me my mine what which who
whom whose when where why how can could should would will shall may might must if then else than so as into about
over under between there here also just very much many more most some any each every no nor only own same too s t
please tell give me let get it's what's how's i'm don't`.split(/\s+/),
);
